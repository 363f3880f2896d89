package org.huisheng.survey.contact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.TypedQuery;
import org.huisheng.survey.contact.ContactViews.ContactView;
import org.jspecify.annotations.Nullable;

/** Who looked how to reach somebody. */
@Path("/v1/contact-views")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN})
@ReadsPersonalData
@RunOnVirtualThread
class ContactViewResource {

    /** @param next of the following page, null on the last */
    record ContactViewPage(
            List<ContactView> items, @Nullable UUID next) {}

    private final ContactViews views;

    ContactViewResource(ContactViews views) {
        this.views = views;
    }

    /** The newest first. */
    @GET
    public ContactViewPage list(
            @QueryParam("case") @Nullable UUID caseId,
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var size = TypedQuery.limit(limit, 200);
        var items = views.page(caseId, cursor, size);
        return new ContactViewPage(items, items.size() == size ? items.getLast().id() : null);
    }
}
