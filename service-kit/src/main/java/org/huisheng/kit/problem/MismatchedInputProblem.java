package org.huisheng.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** In the place of Quarkus's own, which answers a wrong type without a problem; the words come from {@link ProblemMapping}. */
@Provider
@Priority(1)
public class MismatchedInputProblem extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException failure) {
        return HttpProblem.builder().withStatus(400).build();
    }
}
