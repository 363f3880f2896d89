package org.huisheng.survey.contact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.security.Role;
import org.huisheng.survey.contact.ContactQuestions.Answer;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Calling back. By the case and not by the response, of which a handler does not know the id. */
@Path("/v1/cases/{caseId}/contact")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.LIAISON})
@ReadsPersonalData
@RunOnVirtualThread
class ContactResource {

    record CaseContact(UUID caseId, List<Answer> contact) {}

    private final ReadContact readContact;

    ContactResource(ReadContact readContact) {
        this.readContact = readContact;
    }

    /** Each look is put on record. */
    @GET
    public RestResponse<CaseContact> contact(UUID caseId, @HeaderParam("Accept-Language") @Nullable String language)
            throws SQLException {
        var contact = readContact.of(caseId, ProblemTexts.negotiate(language));
        return ResponseBuilder.ok(new CaseContact(caseId, contact))
                .header("Cache-Control", "no-store")
                .build();
    }
}
