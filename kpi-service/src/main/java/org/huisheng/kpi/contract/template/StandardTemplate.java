package org.huisheng.kpi.contract.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The ready indicators every office can begin with: over the four standard dimensions, with weights for each class of departments.
 * It is a proposal, not a published template: an office may change it before it publishes it, or after.
 */
@ApplicationScoped
class StandardTemplate {

    private static final String FILE = "/contract/standard.json";

    private final TemplateProposal proposal;

    StandardTemplate(ObjectMapper json) {
        try (var file = StandardTemplate.class.getResourceAsStream(FILE)) {
            proposal = json.readValue(file, TemplateProposal.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    TemplateProposal proposal() {
        return proposal;
    }
}
