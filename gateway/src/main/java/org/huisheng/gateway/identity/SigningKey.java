package org.huisheng.gateway.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.UUID;

/** A key pair and the name ({@code kid}) tokens give it. */
record SigningKey(UUID id, PrivateKey privateKey, RSAPublicKey publicKey) {

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;

    static SigningKey make(UUID id) {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            return new SigningKey(id, pair.getPrivate(), (RSAPublicKey) pair.getPublic());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static SigningKey decode(UUID id, byte[] privateKey, byte[] publicKey) {
        try {
            var keys = KeyFactory.getInstance(ALGORITHM);
            return new SigningKey(id, keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey)), (RSAPublicKey)
                    keys.generatePublic(new X509EncodedKeySpec(publicKey)));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("Signing key " + id + " in the database cannot be read", damaged);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
