package org.huisheng.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** A token that is expired, foreign or no token at all; see {@link UnauthorizedProblem}. */
@Provider
@Priority(1)
public class AuthenticationFailedProblem extends ExceptionMapperBase<AuthenticationFailedException> {

    @Override
    protected HttpProblem toProblem(AuthenticationFailedException failure) {
        return UnauthorizedProblem.unauthorized();
    }
}
