package org.huisheng.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final byte[] PAGE = bytes("""
            {"@odata.context":"http://127.0.0.1:8080/odata/v4/$metadata#Observations","value":[\
            {"eventId":"a","ordinal":0},{"eventId":"a","ordinal":1}],\
            "@odata.nextLink":"http://127.0.0.1:8080/odata/v4/Observations?$skiptoken=Zm9v"}""");
    private static final byte[] LAST = bytes("{\"value\":[{\"eventId\":\"b\",\"ordinal\":0}]}");

    @Test
    void the_next_page_is_where_the_last_one_says_it_is() {
        assertThat(Feed.next(PAGE)).isEqualTo("/odata/v4/Observations?$skiptoken=Zm9v");
        assertThat(Feed.next(LAST)).isEmpty();
    }

    @Test
    void keys_are_of_all_pages() throws IOException {
        var keys = new ArrayList<String>();
        Feed.keys(List.of(PAGE, LAST), keys::add);

        assertThat(keys).containsExactly("a/0", "a/1", "b/0");
    }

    @Test
    void what_is_missing_twice_or_unknown_is_found() {
        var before = Set.of("a", "b", "c");
        var after = Set.of("a", "b", "c", "d", "e");

        assertThat(Pulled.of(List.of("a", "b", "c", "d"), before, after)).isEqualTo(new Pulled(4, 0, 0, 0, 1));
        assertThat(Pulled.of(List.of("a", "b", "c", "d"), before, after).isWhole())
                .isTrue();
        assertThat(Pulled.of(List.of("a", "c", "a", "f"), before, after)).isEqualTo(new Pulled(4, 1, 1, 1, 0));
        assertThat(Pulled.of(List.of("a", "b", "c", "c"), before, after).isWhole())
                .isFalse();
        assertThat(Pulled.of(List.of("a", "b"), before, after).isWhole()).isFalse();
        assertThat(Pulled.of(List.of("a", "b", "c", "f"), before, after).isWhole())
                .isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
