package org.huisheng.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** In the place of the library's own, which was compiled against another Quarkus and fails on this one. */
@Provider
@Priority(1)
public class UnauthorizedProblem extends ExceptionMapperBase<UnauthorizedException> {

    @Override
    protected HttpProblem toProblem(UnauthorizedException failure) {
        return unauthorized();
    }

    private static HttpProblem unauthorized() {
        return HttpProblem.builder()
                .withStatus(401)
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }

    /** A token that is expired, foreign or no token at all. */
    @Provider
    @Priority(1)
    public static class AuthenticationFailed extends ExceptionMapperBase<AuthenticationFailedException> {

        @Override
        protected HttpProblem toProblem(AuthenticationFailedException failure) {
            return unauthorized();
        }
    }
}
