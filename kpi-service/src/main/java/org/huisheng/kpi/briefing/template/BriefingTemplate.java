package org.huisheng.kpi.briefing.template;

import org.huisheng.kpi.briefing.content.BriefingContent;

/**
 * The organisation's own template, or the built-in one.
 *
 * @param version 0 as long as it is the built-in one
 */
public record BriefingTemplate(long version, BriefingContent content) {

    static final BriefingTemplate BUILT_IN = new BriefingTemplate(0, BriefingContent.BUILT_IN);
}
