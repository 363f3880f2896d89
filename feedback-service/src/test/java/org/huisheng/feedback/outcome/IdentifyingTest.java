package org.huisheng.feedback.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.huisheng.feedback.outcome.Identifying.Known;
import org.huisheng.kit.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingTest {

    private static final Known KNOWN = new Known(
            Set.of("欧阳测试", "某某电子有限公司"),
            Set.of("0579-0000123", "contact@example.com", "66 77 88"),
            "每天下午两点到四点电压偏低，流水线上的设备经常跳闸，希望尽快处理");

    private static List<String> codes(String text) {
        return Identifying.in(new Told(text, "已更换变压器", null, null).texts(), KNOWN).stream()
                .map(Violation::code)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请打13800001234",
                "请打 138 0000 1234",
                "请打138-0000-1234",
                "＋８６１３８００００１２３４",
                "+86 138.0000.1234",
                "0579-12345678",
                "（0579）12345678",
                "021 12345678",
                "400-123-4567",
                "66-77-88"
            })
    void telephone_numbers_are_found_however_they_are_written(String text) {
        assertThat(codes(text)).contains("tells-phone-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"证件 110101199003070000 已核", "１１０１０１１９９００３０７０００Ｘ", "110101 19900307 000x"})
    void numbers_of_identity_cards_are_found(String text) {
        assertThat(codes(text)).contains("tells-id-number");
    }

    @ParameterizedTest
    @CsvSource({
        "来信 someone@example.com,tells-mail-address",
        "来信 some.one@mail.example.com.cn 已回,tells-mail-address",
        "欧阳测试反映,tells-name",
        "欧 阳 测 试反映,tells-name",
        "某某电子有限公司反映,tells-name",
        "联系 CONTACT@example.com,tells-phone-number"
    })
    void addresses_and_names_the_case_knows_are_found(String text, String code) {
        assertThat(codes(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年11月26日14:00至15:00停电，涉及891盏路灯、61个小区，投资12000000元",
                "2026-11-26 2026-11-27 两天",
                "下午电压偏低",
                "编号 20261126001",
                "10kV 线路 380/220V，功率因数 0.95",
                "@所有人"
            })
    void figures_dates_and_voltages_are_left_alone(String text) {
        assertThat(codes(text)).isEmpty();
    }

    @Test
    void the_stakeholder_s_own_words_are_to_be_rephrased() {
        assertThat(codes("有企业说每天下午两点到四点，电压偏低；流水线上的设备经常跳闸")).containsExactly("tells-own-words");
        assertThat(codes("园区企业下午用电高峰电压不足，影响生产")).isEmpty();
        var shortly = new Known(Set.of(), Set.of(), "食堂晚班没有热菜供应");
        assertThat(Identifying.in(new Told("同事说：食堂晚班没有热菜供应。", "已增加", null, null).texts(), shortly))
                .extracting(Violation::code)
                .containsExactly("tells-own-words");
    }

    @Test
    void each_text_is_looked_at_and_named() {
        var told = new Told("电压偏低", "电话13800001234", "call 13800001234", "done");

        assertThat(Identifying.in(told.texts(), KNOWN))
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("/weDid", "/youSaidEn");
    }

    @Test
    void a_number_of_a_mobile_telephone_is_found_in_any_text_with_any_separators() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var number = new StringBuilder();
            for (var digit :
                    ("1" + (3 + random.nextInt(7)) + "%09d".formatted(random.nextInt(1_000_000_000))).toCharArray()) {
                number.append(digit);
                if (random.nextInt(4) == 0) {
                    number.append("- .".charAt(random.nextInt(3)));
                }
            }
            var text = "联系" + number + "处理";

            assertThat(codes(text)).as("seed %d: %s", seed, text).contains("tells-phone-number");
        }
    }
}
