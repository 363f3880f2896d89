package org.huisheng.kit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullUnmarked // JSON leaves out what the types promise
class MissingFieldsTest {

    private record Inner(String code, @Nullable String remark) {}

    private record Outer(
            String title,
            Inner main,
            List<Inner> others,
            @Nullable Inner extra) {}

    private static final Inner WHOLE = new Inner("a", null);

    @Test
    void a_whole_record_lacks_nothing() {
        assertThat(MissingFields.of(new Outer("t", WHOLE, List.of(WHOLE), null)))
                .isEmpty();
    }

    @Test
    void everything_that_is_missing_is_named_however_deep() {
        var outer = new Outer(null, new Inner(null, "r"), Arrays.asList(WHOLE, null, new Inner(null, null)), WHOLE);

        assertThat(MissingFields.of(outer)).containsExactly("/title", "/main/code", "/others/1", "/others/2/code");
    }

    @Test
    void a_missing_list_is_missing_itself() {
        assertThat(MissingFields.of(new Outer("t", WHOLE, null, new Inner(null, null))))
                .containsExactly("/others", "/extra/code");
    }
}
