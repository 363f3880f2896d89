package org.huisheng.feedback.lecture;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.huisheng.feedback.lecture.SignIn.Door;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** For whoever comes to a lecture, with no account. */
@Path("/v1/lecture-sign-ins/{token}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class SignInResource {

    private static final StaffNumber NONE = new StaffNumber("-");

    private final SignIn signIn;

    SignInResource(SignIn signIn) {
        this.signIn = signIn;
    }

    record SignInRequest(
            @Nullable String staffNumber, @Nullable String department) {
        @Override
        public String toString() {
            return "SignInRequest[…]";
        }
    }

    record DepartmentChoice(String code, String name) {}

    /**
     * @param departments to choose from, none unless it is open
     * @param before link of the questions before, as long as it is open
     * @param after link of those after it
     */
    record SignInView(
            LectureStatus status,
            String topic,
            String place,
            Instant startsAt,
            String departmentName,
            List<DepartmentChoice> departments,
            @Nullable String before,
            @Nullable String after) {

        static SignInView of(Door door, Locale locale) {
            var announced = door.lecture().announcement();
            var status = door.lecture().status();
            var before = announced.before();
            var after = announced.after();
            return new SignInView(
                    status,
                    announced.topic(),
                    announced.place(),
                    announced.startsAt(),
                    door.holder().name(locale),
                    door.choices().stream()
                            .map(choice -> new DepartmentChoice(choice.code(), choice.name(locale)))
                            .toList(),
                    before == null || status != LectureStatus.OPEN ? null : before.link(),
                    after == null || status == LectureStatus.CANCELLED ? null : after.link());
        }
    }

    @GET
    public RestResponse<SignInView> look(
            String token, @HeaderParam("Accept-Language") @Nullable String acceptLanguage) {
        return answer(signIn.look(new SignInToken(token)), acceptLanguage);
    }

    /** Again and again with the same answer. */
    @POST
    public RestResponse<SignInView> signIn(
            String token,
            @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
            @Nullable SignInRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var number = number(checks, wanted.staffNumber());
        var department = checks.code("/department", wanted.department());
        checks.passed();
        return answer(signIn.signIn(new SignInToken(token), number, department), acceptLanguage);
    }

    private static StaffNumber number(Checks checks, @Nullable String typed) {
        var number = StaffNumber.read(checks.required("/staffNumber", typed, ""));
        if (typed != null && number.isEmpty()) {
            checks.add("/staffNumber", "bad-staff-number");
        }
        return number.orElse(NONE);
    }

    private static RestResponse<SignInView> answer(Door door, @Nullable String acceptLanguage) {
        return ResponseBuilder.ok(SignInView.of(door, ProblemTexts.negotiate(acceptLanguage)))
                .header("Cache-Control", "no-store")
                .build();
    }
}
