package org.huisheng.feedback.notes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Notes. */
@Path("/v1/cases/{id}/notes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NoteResource {

    private final AddNote addNote;

    NoteResource(AddNote addNote) {
        this.addNote = addNote;
    }

    /**
     * @param note for colleagues only
     * @param publicNote for the stakeholder to read
     */
    record NoteRequest(@Nullable String note, @Nullable String publicNote) {}

    @POST
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    public RestResponse<CaseView> add(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NoteRequest request) {
        var words = CompleteBody.required(request);
        var checks = new Checks();
        var note = checks.optionalText("/note", words.note(), 2000);
        var publicNote = checks.optionalText("/publicNote", words.publicNote(), 2000);
        if (note == null && publicNote == null) {
            checks.add("/note", "required");
        }
        checks.passed();
        return CaseView.answer(addNote.add(id, ExpectedVersion.of(ifMatch), note, publicNote));
    }
}
