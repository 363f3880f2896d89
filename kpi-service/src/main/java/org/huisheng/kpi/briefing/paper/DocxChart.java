package org.huisheng.kpi.briefing.paper;

import static org.huisheng.kit.paper.Press.escaped;

import java.util.List;
import java.util.function.Function;
import org.huisheng.kpi.briefing.edition.IssueFigure;

/** Charts of a word processor (DrawingML), with their numbers in them. A figure without a number is a gap. */
final class DocxChart {

    private static final String CHART = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/>\
            <c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>%s%s</c:plotArea>\
            <c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>""";
    private static final String AXES = """
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/>\
            <c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>\
            <c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>\
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>%s</c:scaling><c:delete val="0"/>\
            <c:axPos val="%s"/><c:majorGridlines/><c:numFmt formatCode="General" sourceLinked="0"/>\
            <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\
            <c:crossAx val="1"/><c:crosses val="%s"/></c:valAx>""";
    private static final String FILL = "<a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill>";

    private DocxChart() {}

    static String bars(List<IssueFigure> figures, Function<IssueFigure, String> name) {
        var points = new StringBuilder();
        for (var i = 0; i < figures.size(); i++) {
            points.append("<c:dPt><c:idx val=\"%d\"/><c:invertIfNegative val=\"0\"/><c:spPr>%s</c:spPr></c:dPt>"
                    .formatted(
                            i,
                            FILL.formatted(Chart.colour(figures.get(i).band()).substring(1))));
        }
        var series = "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>"
                + "<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:invertIfNegative val=\"0\"/>" + points
                + data(figures, name)
                + "</c:ser><c:gapWidth val=\"60\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>";
        return CHART.formatted(series, AXES.formatted("maxMin", "l", "<c:min val=\"0\"/>", "b", "max"));
    }

    static String line(List<IssueFigure> months, Function<IssueFigure, String> name) {
        var colour = FILL.formatted(Chart.LINE_COLOUR.substring(1));
        var series = "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>"
                + "<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:spPr><a:ln w=\"28575\">" + colour
                + "</a:ln></c:spPr><c:marker><c:symbol val=\"circle\"/><c:size val=\"6\"/><c:spPr>" + colour
                + "</c:spPr></c:marker>" + data(months, name)
                + "<c:smooth val=\"0\"/></c:ser><c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>";
        return CHART.formatted(series, AXES.formatted("minMax", "b", "", "l", "autoZero"));
    }

    private static String data(List<IssueFigure> figures, Function<IssueFigure, String> name) {
        var names = new StringBuilder();
        var values = new StringBuilder();
        for (var i = 0; i < figures.size(); i++) {
            names.append("<c:pt idx=\"%d\"><c:v>%s</c:v></c:pt>".formatted(i, escaped(name.apply(figures.get(i)))));
            var shown = figures.get(i).shown();
            if (shown != null) {
                values.append("<c:pt idx=\"%d\"><c:v>%s</c:v></c:pt>".formatted(i, shown.toPlainString()));
            }
        }
        return "<c:cat><c:strLit><c:ptCount val=\"%d\"/>%s</c:strLit></c:cat>".formatted(figures.size(), names)
                + "<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val=\"%d\"/>%s</c:numLit></c:val>"
                        .formatted(figures.size(), values);
    }
}
