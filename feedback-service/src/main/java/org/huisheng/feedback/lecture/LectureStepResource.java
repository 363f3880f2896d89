package org.huisheng.feedback.lecture;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huisheng.feedback.confirmation.QrCode;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** One sub-resource per step of a lecture, and the code people sign in by. */
@Path("/v1/lectures/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LectureStepResource {

    private static final int AT_ONCE = 500;

    private final RunLecture runLecture;

    LectureStepResource(RunLecture runLecture) {
        this.runLecture = runLecture;
    }

    record CancellationRequest(@Nullable String reason) {}

    /** A list of those of one department who came. */
    record LectureListRequest(
            @Nullable String department, @Nullable List<@Nullable String> staffNumbers) {

        Set<StaffNumber> numbers(Checks checks) {
            var typed = checks.required("/staffNumbers", staffNumbers, List.<@Nullable String>of());
            if (staffNumbers != null && staffNumbers.isEmpty()) {
                checks.add("/staffNumbers", "blank");
            }
            if (typed.size() > AT_ONCE) {
                checks.add("/staffNumbers", "too-many", AT_ONCE);
            }
            var numbers = new LinkedHashSet<StaffNumber>();
            for (var i = 0; i < Math.min(typed.size(), AT_ONCE); i++) {
                var path = "/staffNumbers/" + i;
                StaffNumber.read(checks.required(path, typed.get(i), ""))
                        .ifPresentOrElse(numbers::add, () -> checks.add(path, "bad-staff-number"));
            }
            return numbers;
        }

        @Override
        public String toString() {
            return "LectureListRequest[…]";
        }
    }

    record SignInAddress(String url) {}

    @POST
    @Path("opening")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<LectureView> open(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return LectureView.answer(runLecture.open(id, EntityVersion.expected(ifMatch)));
    }

    @POST
    @Path("attendances")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<LectureView> add(UUID id, @Nullable LectureListRequest request) {
        var list = CompleteBody.required(request);
        var checks = new Checks();
        var department = checks.code("/department", list.department());
        var numbers = list.numbers(checks);
        checks.passed();
        return LectureView.answer(runLecture.add(id, department, numbers));
    }

    @POST
    @Path("holding")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<LectureView> hold(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return LectureView.answer(runLecture.hold(id, EntityVersion.expected(ifMatch)));
    }

    @POST
    @Path("cancellation")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<LectureView> cancel(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable CancellationRequest request) {
        var checks = new Checks();
        var reason = checks.text("/reason", CompleteBody.required(request).reason(), 500);
        checks.passed();
        return LectureView.answer(runLecture.cancel(id, EntityVersion.expected(ifMatch), reason));
    }

    @GET
    @Path("sign-in-address")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<SignInAddress> address(UUID id) {
        return uncached(new SignInAddress(runLecture.address(id)));
    }

    @GET
    @Path("qr.svg")
    @Produces("image/svg+xml")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<String> svg(UUID id) {
        return uncached(QrCode.svg(runLecture.address(id)));
    }

    @GET
    @Path("qr.png")
    @Produces("image/png")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<byte[]> png(UUID id) {
        return uncached(QrCode.png(runLecture.address(id)));
    }

    private static <T> RestResponse<T> uncached(T answer) {
        return ResponseBuilder.ok(answer)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
