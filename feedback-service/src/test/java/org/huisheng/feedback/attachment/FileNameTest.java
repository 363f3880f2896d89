package org.huisheng.feedback.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "现场照片.jpg → 现场照片.jpg",
                "../../etc/passwd → passwd",
                "C:\\Users\\x\\合同.pdf → 合同.pdf",
                "'  .bashrc ' → bashrc",
                "'a<b>:\"|?*.txt' → ab.txt",
                "... → attachment",
                "/ → attachment",
                "e\u0301tat.pdf → état.pdf",
                "照\u202Efdp.exe → 照fdp.exe",
                "😀.png → 😀.png"
            })
    void nothing_is_left_that_leads_out_of_a_folder_hides_or_turns_letters_around(String given, String kept) {
        assertThat(FileName.clean(given)).isEqualTo(kept);
    }

    @Test
    void signs_that_are_none_to_see_are_left_out() {
        assertThat(FileName.clean("a\u0000\r\nb\u200B.png")).isEqualTo("ab.png");
    }

    @Test
    void a_long_name_keeps_its_ending_and_no_half_of_a_sign() {
        var name = FileName.clean("😀".repeat(300) + ".docx");

        assertThat(name).endsWith("😀.docx");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(150);
        assertThat(FileName.clean(null)).isEqualTo("attachment");
    }

    @Test
    void a_header_names_a_file_in_ascii_and_beside_it_as_it_is_called() {
        assertThat(Download.disposition("现场 \"1\";照片.jpg"))
                .isEqualTo("attachment; filename=\"____1____.jpg\"; filename*=UTF-8''"
                        + "%E7%8E%B0%E5%9C%BA%20%221%22%3B%E7%85%A7%E7%89%87.jpg");
    }
}
