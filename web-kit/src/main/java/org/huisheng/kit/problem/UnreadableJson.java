package org.huisheng.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import org.huisheng.kit.problem.DomainException.Malformed;

/** Tells the caller which part of their JSON could not be read. */
public final class UnreadableJson {

    private UnreadableJson() {}

    public static DomainException refusal(JsonProcessingException failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return refusal;
            }
        }
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                new Malformed(new Violation(pointer(unknown), "unknown-field", unknown.getPropertyName()));
            case JsonMappingException mismatch
            when !mismatch.getPath().isEmpty() -> new Malformed(new Violation(pointer(mismatch), "wrong-type"));
            case StreamConstraintsException _ -> new Malformed("json-limits");
            default -> new Malformed("malformed");
        };
    }

    /** RFC 6901. */
    private static String pointer(JsonMappingException failure) {
        var pointer = new StringBuilder();
        for (var step : failure.getPath()) {
            var name = step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** Takes the place of Quarkus' own mapper, whose 400 is empty; {@link ProblemMapping} finds the words. */
    @Provider
    static class Mismatched extends ExceptionMapperBase<MismatchedInputException> {

        @Override
        protected HttpProblem toProblem(MismatchedInputException mismatch) {
            return HttpProblem.valueOf(Status.BAD_REQUEST);
        }
    }
}
