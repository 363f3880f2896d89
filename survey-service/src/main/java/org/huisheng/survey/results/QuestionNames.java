package org.huisheng.survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.definition.CompiledVersions;

/** What a question was called in earlier versions, so that a trend survives a rewording. */
@ApplicationScoped
class QuestionNames {

    private final DataSource dataSource;
    private final CompiledVersions versions;

    QuestionNames(DataSource dataSource, CompiledVersions versions) {
        this.dataSource = dataSource;
        this.versions = versions;
    }

    /** Says what a version calls the questions of the version before it; what was said earlier is replaced. */
    @Transactional(rollbackOn = SQLException.class)
    void rename(UUID surveyId, int version, Map<String, String> renamed) throws SQLException {
        check(surveyId, version, renamed);
        try (var connection = dataSource.getConnection();
                var delete =
                        connection.prepareStatement("DELETE FROM question_rename WHERE survey_id = ? AND version = ?");
                var insert = connection.prepareStatement(
                        "INSERT INTO question_rename (survey_id, version, old_name, new_name) VALUES (?, ?, ?, ?)")) {
            delete.setObject(1, surveyId);
            delete.setInt(2, version);
            delete.executeUpdate();
            for (var name : renamed.entrySet()) {
                insert.setObject(1, surveyId);
                insert.setInt(2, version);
                insert.setString(3, name.getKey());
                insert.setString(4, name.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What was said of a version, by the names before it. */
    Map<String, String> renamed(UUID surveyId, int version) throws SQLException {
        versions.require(surveyId, version);
        return steps(surveyId, version).getOrDefault(version, Map.of());
    }

    private void check(UUID surveyId, int version, Map<String, String> renamed) {
        var now = names(surveyId, version);
        if (version < 2) {
            throw new RuleViolated("no-version-before");
        }
        var before = names(surveyId, version - 1);
        var violations = new ArrayList<Violation>();
        var taken = new HashSet<String>();
        renamed.forEach((oldName, newName) -> {
            if (!before.contains(oldName)) {
                violations.add(new Violation("/renamed/" + oldName, "unknown-question", oldName));
            }
            if (!now.contains(newName)) {
                violations.add(new Violation("/renamed/" + oldName, "unknown-question", newName));
            } else if (!taken.add(newName) || before.contains(newName) && !renamed.containsKey(newName)) {
                violations.add(new Violation("/renamed/" + oldName, "name-taken", newName));
            }
        });
        if (!violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
    }

    private Set<String> names(UUID surveyId, int version) {
        return AskedQuestion.in(versions.require(surveyId, version).definition()).stream()
                .map(AskedQuestion::name)
                .collect(Collectors.toSet());
    }

    /** For each earlier version, the names its questions have in the given one, where they are others. */
    Map<Integer, Map<String, String>> until(UUID surveyId, int newest) throws SQLException {
        var steps = steps(surveyId, newest);
        var since = new HashMap<Integer, Map<String, String>>();
        var toNewest = new LinkedHashMap<String, String>();
        for (var version = newest; version > 1; version--) {
            var before = new LinkedHashMap<>(toNewest);
            steps.getOrDefault(version, Map.of()).forEach((oldName, newName) -> {
                before.remove(newName);
                before.put(oldName, toNewest.getOrDefault(newName, newName));
            });
            toNewest.clear();
            toNewest.putAll(before);
            since.put(version - 1, Map.copyOf(before));
        }
        return since;
    }

    private Map<Integer, Map<String, String>> steps(UUID surveyId, int newest) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        SELECT version, old_name, new_name FROM question_rename
                        WHERE survey_id = ? AND version <= ?
                        """)) {
            select.setObject(1, surveyId);
            select.setInt(2, newest);
            try (var rows = select.executeQuery()) {
                var steps = new HashMap<Integer, Map<String, String>>();
                while (rows.next()) {
                    steps.computeIfAbsent(rows.getInt("version"), first -> new HashMap<>())
                            .put(rows.getString("old_name"), rows.getString("new_name"));
                }
                return steps;
            }
        }
    }
}
