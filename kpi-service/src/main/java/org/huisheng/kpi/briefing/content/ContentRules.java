package org.huisheng.kpi.briefing.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kpi.briefing.content.ContentProposal.ProposedBlock;
import org.huisheng.kpi.briefing.content.ContentProposal.ProposedSection;
import org.huisheng.kpi.contract.conclusion.Findings;
import org.huisheng.kpi.department.Departments;
import org.jspecify.annotations.Nullable;

/** Whether what somebody sent can be an issue. That a figure exists is not asked: the paper says when it does not. */
public final class ContentRules {

    private static final int SHORT = 30;
    private static final int NAME = 60;
    private static final int FOOTER = 200;
    private static final int TEXT = 8_000;
    /** The same takes more letters in English than characters in Chinese. */
    private static final int LONGER_IN_ENGLISH = 3;

    private static final int BLOCKS = 20;
    /** Each reads the scores of up to twelve months. */
    private static final int LINES = 8;

    private static final Pattern INDICATOR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private final Findings findings = new Findings();
    private int lines;

    private ContentRules() {}

    /** @throws RuleViolated naming all that is wrong */
    public static BriefingContent check(ContentProposal proposal) {
        var rules = new ContentRules();
        var content = rules.content(proposal);
        rules.findings.refuse();
        return content;
    }

    private BriefingContent content(ContentProposal proposal) {
        return new BriefingContent(
                filled("/masthead", proposal.masthead(), SHORT),
                english("/mastheadEn", proposal.mastheadEn(), SHORT),
                filled("/organisation", proposal.organisation(), NAME),
                english("/organisationEn", proposal.organisationEn(), NAME),
                words("/title", proposal.title(), NAME),
                english("/titleEn", proposal.titleEn(), NAME),
                words("/footer", proposal.footer(), FOOTER),
                english("/footerEn", proposal.footerEn(), FOOTER),
                sections(proposal.sections()));
    }

    private List<Section> sections(@Nullable List<@Nullable ProposedSection> proposed) {
        var kinds = SectionKind.values();
        if (proposed == null || proposed.size() != kinds.length) {
            findings.add("/sections", proposed == null ? "required" : "four-sections");
            return List.of();
        }
        var sections = new ArrayList<Section>();
        for (var i = 0; i < kinds.length; i++) {
            var path = "/sections/" + i;
            var section = proposed.get(i);
            if (section == null) {
                findings.add(path, "required");
            } else {
                if (section.kind() != kinds[i]) {
                    findings.add(path + "/kind", section.kind() == null ? "required" : "four-sections");
                }
                sections.add(new Section(
                        kinds[i],
                        filled(path + "/title", section.title(), SHORT),
                        english(path + "/titleEn", section.titleEn(), SHORT),
                        blocks(path + "/blocks", section.blocks())));
            }
        }
        return sections;
    }

    private List<Block> blocks(String path, @Nullable List<@Nullable ProposedBlock> proposed) {
        var blocks = new ArrayList<Block>();
        var given = findings.optionalList(path, proposed, BLOCKS);
        for (var i = 0; i < given.size(); i++) {
            var block = given.get(i);
            var kind = block == null ? null : block.kind();
            if (block == null || kind == null) {
                findings.add(path + "/" + i + (block == null ? "" : "/kind"), "required");
            } else {
                blocks.add(block(path + "/" + i, kind, block));
            }
        }
        return blocks;
    }

    private Block block(String path, BlockKind kind, ProposedBlock block) {
        var heading = block.heading() == null ? null : words(path + "/heading", block.heading(), NAME);
        var headingEn = english(path + "/headingEn", block.headingEn(), NAME);
        if (kind == BlockKind.TEXT) {
            return new Block(
                    kind,
                    heading,
                    headingEn,
                    words(path + "/text", block.text(), TEXT),
                    english(path + "/textEn", block.textEn(), TEXT),
                    null,
                    null,
                    null);
        }
        var department = block.department();
        if (department == null && kind.isOfOneDepartment()) {
            findings.add(path + "/department", "required");
        } else if (department != null && !Departments.CODE.matcher(department).matches()) {
            findings.add(path + "/department", "department-code");
        }
        var indicator = block.indicator();
        if (indicator != null && !INDICATOR.matcher(indicator).matches()) {
            findings.add(path + "/indicator", "indicator-code");
        }
        var dimension = block.dimension();
        if (dimension != null && (kind != BlockKind.TABLE || indicator != null)) {
            findings.add(path + "/dimension", "only-of-a-table");
        } else if (dimension != null && !Departments.CODE.matcher(dimension).matches()) {
            findings.add(path + "/dimension", "dimension-code");
        }
        if (kind == BlockKind.LINE && ++lines > LINES) {
            findings.add(path + "/kind", "too-many-lines", LINES);
        }
        return new Block(kind, heading, headingEn, null, null, department, dimension, indicator);
    }

    private String filled(String path, @Nullable String value, int length) {
        if (value != null && value.isBlank()) {
            findings.add(path, "blank");
        }
        return words(path, value, length);
    }

    /** Nothing is the same as in Chinese. */
    private @Nullable String english(String path, @Nullable String value, int length) {
        return value == null || value.isBlank() ? null : words(path, value, LONGER_IN_ENGLISH * length);
    }

    private String words(String path, @Nullable String value, int length) {
        var text = findings.required(path, value, "");
        if (text.codePointCount(0, text.length()) > length) {
            findings.add(path, "too-long", length);
        }
        if (CONTROL.matcher(text).find()) {
            findings.add(path, "control-character");
        }
        return text.strip();
    }
}
