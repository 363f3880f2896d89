package org.huisheng.gateway.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.gateway.account.ChangeUser.Change;
import org.huisheng.gateway.database.KeysetPage;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.CompleteBody.ByRule;
import org.jspecify.annotations.Nullable;

/** The administrator's view of those who may sign in. */
@Path("/api/auth/v1/users")
@RolesAllowed("ADMIN")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "users")
class UserResource {

    /** @param department required for a liaison */
    @ByRule
    record NewUser(
            String username,
            String name,
            List<String> roles,
            @Nullable String department) {}

    /** What is absent stays; {@code "department": null} takes it away. */
    record UserChange(
            @Nullable String name,
            @Nullable List<String> roles,

            @Schema(type = SchemaType.STRING, nullable = true) @Nullable
            JsonNode department,

            @Nullable Boolean disabled) {

        Change change() {
            if (department != null && !department.isTextual() && !department.isNull()) {
                throw new Malformed(new Violation("/department", "wrong-type"));
            }
            return new Change(
                    name, roles, department == null ? null : Optional.ofNullable(department.textValue()), disabled);
        }
    }

    record UserPage(List<UserView> items, @Nullable String next) {}

    record TemporaryPassword(String temporaryPassword) {
        @Override
        public String toString() {
            return "TemporaryPassword";
        }
    }

    private final Accounts accounts;
    private final SignInLocks locks;
    private final CreateUser createUser;
    private final ChangeUser changeUser;
    private final ResetPassword resetPassword;
    private final SecurityIdentity caller;
    private final Clock clock;

    UserResource(
            Accounts accounts,
            SignInLocks locks,
            CreateUser createUser,
            ChangeUser changeUser,
            ResetPassword resetPassword,
            SecurityIdentity caller,
            Clock clock) {
        this.accounts = accounts;
        this.locks = locks;
        this.createUser = createUser;
        this.changeUser = changeUser;
        this.resetPassword = resetPassword;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @ReadsPersonalData
    @Operation(summary = "Who may sign in, by username; after names the last one of the page before")
    public UserPage list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("100") int limit)
            throws SQLException {
        var size = KeysetPage.size(limit);
        var page = KeysetPage.of(accounts.after(after, size + 1), size, Account::username);
        var locked = locks.locked(page.items().stream().map(Account::username).toList(), clock.instant());
        return new UserPage(
                page.items().stream()
                        .map(account -> UserView.of(account, locked, null))
                        .toList(),
                page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let somebody sign in; their temporary password is in this answer and in no other")
    @APIResponseSchema(value = UserView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "The username is taken")
    public Response create(@Nullable NewUser body, @Context UriInfo uri) throws SQLException {
        var wanted = CompleteBody.required(body);
        var created = createUser.create(wanted.username(), wanted.name(), wanted.roles(), wanted.department(), name());
        return Response.status(Response.Status.CREATED)
                .header(
                        "Location",
                        uri.getRequestUri().getPath() + "/" + created.account().username())
                .entity(UserView.of(created.account(), Set.of(), created.temporaryPassword()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @PATCH
    @Path("{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change name, roles or department, or keep somebody from signing in")
    @APIResponseSchema(UserView.class)
    @APIResponse(responseCode = "409", description = "Nobody would be left to administer users")
    public UserView change(String username, @Nullable UserChange body) throws SQLException {
        var changed = changeUser.change(username, CompleteBody.required(body).change(), name());
        return UserView.of(changed, locks.locked(List.of(username), clock.instant()), null);
    }

    @POST
    @Path("{username}/password-reset")
    @Operation(summary = "Give somebody a temporary password, shown once; their sessions end")
    @APIResponseSchema(TemporaryPassword.class)
    public Response reset(String username) throws SQLException {
        return Response.ok(new TemporaryPassword(resetPassword.reset(username, name())))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("{username}/unlock")
    @Operation(summary = "Let somebody try again who is locked after wrong passwords")
    @APIResponse(responseCode = "204", description = "They may try again")
    public void unlock(String username) throws SQLException {
        resetPassword.unlock(username, name());
    }

    private String name() {
        return caller.getPrincipal().getName();
    }
}
