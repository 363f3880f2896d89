package org.huisheng.gateway.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.gateway.database.KeysetPage;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.jspecify.annotations.Nullable;

/** Whom the office may send to visit; of an account it sees no more than that. */
@Path("/api/auth/v1/surveyors")
@RolesAllowed("OFFICE")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "users")
class SurveyorResource {

    record Surveyor(String username, String name) {}

    record SurveyorPage(List<Surveyor> items, @Nullable String next) {}

    private final Accounts accounts;

    SurveyorResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @ReadsPersonalData
    @Operation(summary = "Surveyors who may sign in, by username; after names the last one of the page before")
    public SurveyorPage list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("100") int limit)
            throws SQLException {
        var size = KeysetPage.size(limit);
        var page = KeysetPage.of(accounts.surveyorsAfter(after, size + 1), size, Account::username);
        return new SurveyorPage(
                page.items().stream()
                        .map(account -> new Surveyor(account.username(), account.name()))
                        .toList(),
                page.next());
    }
}
