package org.huisheng.survey.answers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What was written to one question, apart from everything else its author answered. */
@ApplicationScoped
class CampaignTexts {

    /** In an order of each question's own, so that a text is not beside the other answers of its author. */
    private static final String SELECT = """
            SELECT place, text FROM (
                SELECT encode(sha256((SELECT key FROM receipt_key) || uuid_send(response_id) || convert_to(?, 'UTF8')),
                              'hex') AS place,
                       answers ->> ? AS text
                FROM response
                WHERE campaign_id = ? AND withdrawn_at IS NULL AND jsonb_typeof(answers -> ?) = 'string'
            ) AS given
            WHERE place > ? ORDER BY place LIMIT ?
            """;

    private final DataSource dataSource;

    CampaignTexts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Text(String place, String text) {}

    /** @param after the place of the last one seen, empty at the beginning */
    List<Text> some(UUID campaign, String question, String after, int limit) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setString(1, question);
            select.setString(2, question);
            select.setObject(3, campaign);
            select.setString(4, question);
            select.setString(5, after);
            select.setInt(6, limit);
            try (var rows = select.executeQuery()) {
                var texts = new ArrayList<Text>();
                while (rows.next()) {
                    texts.add(new Text(rows.getString("place"), rows.getString("text")));
                }
                return texts;
            }
        }
    }
}
