package org.huisheng.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTest {

    @Path("/v1/cases/{id}")
    interface Cases {
        @GET
        void one();

        @POST
        @Path("tasks/{number}/completion")
        void complete();

        void nothing();
    }

    @Path("/api/auth/v1/users/{username: [a-z]+}/sessions")
    interface Sessions {
        @DELETE
        void end();
    }

    @Test
    void an_operation_is_named_by_its_address() throws Exception {
        assertThat(Operation.of(Cases.class, Cases.class.getDeclaredMethod("one")))
                .contains(new Operation("cases.read", "cases", List.of("id"), false));
        assertThat(Operation.of(Cases.class, Cases.class.getDeclaredMethod("complete")))
                .contains(new Operation("cases.tasks.completion.post", "cases", List.of("id", "number"), true));
        assertThat(Operation.of(Sessions.class, Sessions.class.getDeclaredMethod("end")))
                .contains(new Operation("users.sessions.delete", "users", List.of("username"), true));
    }

    @Test
    void what_answers_nothing_is_no_operation() throws Exception {
        assertThat(Operation.of(Cases.class, Cases.class.getDeclaredMethod("nothing")))
                .isEmpty();
    }
}
