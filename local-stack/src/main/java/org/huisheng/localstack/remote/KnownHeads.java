package org.huisheng.localstack.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.StartFailed;

/** Where each audit log ended when it was last found whole, in a file outside of the databases. */
public final class KnownHeads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ObjectNode heads;

    public KnownHeads(Path file) {
        this.file = file;
        this.heads = read(file);
    }

    private static ObjectNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file)) instanceof ObjectNode known ? known : unreadable(file);
        } catch (NoSuchFileException _) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            return unreadable(file);
        }
    }

    /** Not begun anew: somebody may have wanted just that. */
    private static ObjectNode unreadable(Path file) {
        throw new StartFailed("Cannot read " + file);
    }

    /** As position:hash. */
    Optional<String> of(String service) {
        return Optional.ofNullable(heads.path(service).textValue());
    }

    void remember(String service, String head) {
        heads.put(service, head);
        PrivateFiles.write(file, heads.toPrettyString() + "\n");
    }
}
