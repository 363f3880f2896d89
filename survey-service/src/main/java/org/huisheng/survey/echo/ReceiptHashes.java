package org.huisheng.survey.echo;

import java.util.UUID;

/** By what a receipt is recognised where it must not be known. */
public interface ReceiptHashes {

    /** @return SHA-256 of the receipt's characters, in hexadecimal digits */
    String hashOf(UUID responseId);
}
