package org.huisheng.kit.paper;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The few shapes of SVG that charts of ours are made of: {@code rect}, {@code line}, {@code polyline} and {@code circle} in a
 * {@code viewBox}. Words stand beside a drawing as text of the page. Batik would draw everything, and keep whole fonts.
 */
final class Drawings implements SVGDrawer {

    private static final double PIXELS_OF_NO_SIZE = 300;

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        var view = numbers(svg.getAttribute("viewBox"));
        var width = cssWidth > 0 ? cssWidth : PIXELS_OF_NO_SIZE * dotsPerPixel;
        return new Drawing(svg, view, width, cssHeight > 0 ? cssHeight : width * view[3] / view[2], dotsPerPixel);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

    @Override
    public void addFontFile(File file, String family, @Nullable Integer weight, @Nullable FontStyle style) {}

    @Override
    public void close() {}

    private static double[] numbers(String list) {
        return Arrays.stream(list.strip().split("[\\s,]+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private record Drawing(Element svg, double[] view, double width, double height, double dotsPerPixel)
            implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return (int) width;
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) height;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            var across = width / dotsPerPixel;
            var down = height / dotsPerPixel;
            device.drawWithGraphics((float) x, (float) y, (float) across, (float) down, page -> {
                page.scale(across / view[2], down / view[3]);
                page.translate(-view[0], -view[1]);
                for (var node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element shape) {
                        draw(page, shape);
                    }
                }
            });
        }

        private static void draw(Graphics2D page, Element element) {
            var shape = shape(element);
            var fill = element.getAttribute("fill");
            if (fill.startsWith("#")) {
                page.setPaint(Color.decode(fill));
                page.fill(shape);
            }
            var stroke = element.getAttribute("stroke");
            if (stroke.startsWith("#")) {
                page.setPaint(Color.decode(stroke));
                page.setStroke(new BasicStroke((float) number(element, "stroke-width")));
                page.draw(shape);
            }
        }

        private static Shape shape(Element element) {
            return switch (element.getTagName()) {
                case "rect" ->
                    new Rectangle2D.Double(
                            number(element, "x"),
                            number(element, "y"),
                            number(element, "width"),
                            number(element, "height"));
                case "line" ->
                    new Line2D.Double(
                            number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2"));
                case "circle" -> {
                    var r = number(element, "r");
                    yield new Ellipse2D.Double(number(element, "cx") - r, number(element, "cy") - r, 2 * r, 2 * r);
                }
                case "polyline" -> polyline(numbers(element.getAttribute("points")));
                default -> throw new IllegalArgumentException("Not drawn: " + element.getTagName());
            };
        }

        private static Shape polyline(double[] points) {
            var path = new Path2D.Double();
            path.moveTo(points[0], points[1]);
            for (var i = 2; i < points.length; i += 2) {
                path.lineTo(points[i], points[i + 1]);
            }
            return path;
        }

        private static double number(Element element, String attribute) {
            return Double.parseDouble(element.getAttribute(attribute));
        }
    }
}
