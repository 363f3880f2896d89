package org.huisheng.survey.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.survey.department.Departments;

/** The library, one template per side, as it comes with the product. */
@ApplicationScoped
class Templates {

    private static final List<String> CODES = List.of("employee-yearly", "government", "enterprise-visit", "open-day");

    private final List<Template> all;
    private final Departments departments;

    Templates(ObjectMapper json, Departments departments) throws IOException {
        this.departments = departments;
        var read = new ArrayList<Template>();
        for (var code : CODES) {
            try (var file = Templates.class.getResourceAsStream("/templates/" + code + ".json")) {
                read.add(json.readValue(file, Template.class));
            }
        }
        this.all = List.copyOf(read);
    }

    List<Template> all() {
        return all;
    }

    /** For the departments there are now. @throws NotFound if there is no such template */
    Template require(String code) {
        return all.stream()
                .filter(template -> template.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("template", code))
                .filled(departments.active());
    }
}
