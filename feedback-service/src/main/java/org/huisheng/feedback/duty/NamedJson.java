package org.huisheng.feedback.duty;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.duty.Register.Kept;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Posts and processes as clients send and see them. */
final class NamedJson {

    private static final UUID NONE = new UUID(0, 0);

    private NamedJson() {}

    record NamedRequest(@Nullable String name, @Nullable String nameEn) {}

    record NamedView(String code, String name, String nameEn) {
        static NamedView of(Named entry) {
            return new NamedView(entry.code(), entry.name(), entry.nameEn());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record NamedPage(List<NamedView> items, @Nullable String next) {}

    static <T extends Named> RestResponse<NamedView> keep(
            Register register,
            Class<T> kind,
            Register.Making<T> making,
            String code,
            @Nullable String ifMatch,
            @Nullable NamedRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var kept = new NamedRequest(
                checks.text("/name", wanted.name(), 100), checks.text("/nameEn", wanted.nameEn(), 100));
        checks.code("/code", code);
        checks.passed();
        Kept<T> result = register.keep(
                kind,
                making,
                code,
                EntityVersion.expected(ifMatch),
                String.valueOf(kept.name()),
                String.valueOf(kept.nameEn()));
        return answer(result.isNew() ? 201 : 200, result.entry());
    }

    static RestResponse<NamedView> answer(int status, Named entry) {
        return ResponseBuilder.<NamedView>create(status)
                .entity(NamedView.of(entry))
                .tag(EntityVersion.tag(entry.version()))
                .build();
    }

    static NamedPage page(Register register, Class<? extends Named> kind, UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        var found = register.page(kind, after == null ? "" : after.key(), limit + 1).stream()
                .map(NamedView::of)
                .toList();
        var slice = Slice.of(found, limit, entry -> new Keyset(entry.code(), NONE));
        return new NamedPage(slice.items(), slice.next());
    }
}
