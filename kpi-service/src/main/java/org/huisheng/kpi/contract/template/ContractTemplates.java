package org.huisheng.kpi.contract.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.kpi.contract.template.TemplateRules.Sound;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** All templates. */
@ApplicationScoped
class ContractTemplates {

    private static final String SELECT =
            "SELECT id, code, version, name, name_en, created_at, created_by, content::text AS content FROM contract_template ";

    private final Database database;
    private final ObjectMapper json;

    ContractTemplates(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<ContractTemplate> byId(UUID id) {
        return database.read(SELECT + "WHERE id = ?", this::read, id).stream().findFirst();
    }

    /** All versions, oldest first; {@code after} is the last seen. */
    List<ContractTemplate> list(@Nullable String code, @Nullable UUID after, int limit) {
        return database.read(
                SELECT + "WHERE (?::text IS NULL OR code = ?) AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?",
                this::read,
                code,
                code,
                after,
                after,
                limit);
    }

    /** The latest version that says just that; while the caller decides, nobody else publishes one. */
    Optional<ContractTemplate> latestLike(Sound sound) {
        hold(sound.code());
        return database
                .read(
                        SELECT
                                + "WHERE code = ? AND name = ? AND name_en IS NOT DISTINCT FROM ? AND content = ?::jsonb "
                                + "ORDER BY version DESC LIMIT 1",
                        this::read,
                        sound.code(),
                        sound.name(),
                        sound.nameEn(),
                        written(sound.content()))
                .stream()
                .findFirst();
    }

    /** Lets one caller at a time count the versions of a template. */
    int latestVersion(String code) {
        hold(code);
        return database.read(
                        "SELECT coalesce(max(version), 0) FROM contract_template WHERE code = ?",
                        row -> row.getInt(1),
                        code)
                .getFirst();
    }

    private void hold(String code) {
        database.read("SELECT pg_advisory_xact_lock(hashtext('contract_template ' || ?))", row -> true, code);
    }

    void add(ContractTemplate template) {
        database.write(
                """
                INSERT INTO contract_template (id, code, version, name, name_en, created_at, created_by, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                template.id(),
                template.code(),
                template.version(),
                template.name(),
                template.nameEn(),
                template.createdAt().atOffset(ZoneOffset.UTC),
                template.createdBy(),
                written(template.content()));
    }

    private ContractTemplate read(ResultSet row) throws SQLException {
        return new ContractTemplate(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("name_en"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                content(row.getString("content")));
    }

    private TemplateContent content(String text) {
        try {
            return json.readValue(text, TemplateContent.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private String written(TemplateContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
