package org.huisheng.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures that show nobody and no place: drawn, since there is no photograph that could be passed on. */
final class DemoPictures {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int STEPS = 7;

    private DemoPictures() {}

    /** A stairway at night, with its lamp lit or not. */
    static byte[] corridor(boolean lit) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(lit ? new Color(0xE9DDC4) : new Color(0x171C24));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            steps(pen, lit);
            rail(pen, lit);
            lamp(pen, lit);
        } finally {
            pen.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void steps(Graphics2D pen, boolean lit) {
        for (var step = 0; step < STEPS; step++) {
            var x = 180 + step * 90;
            var y = HEIGHT - 50 - step * 50;
            var shade = lit ? 0xB9 - step * 8 : 0x2A - step * 3;
            pen.setColor(new Color(shade, shade, Math.min(255, shade + 6)));
            pen.fillRect(x, y, WIDTH - x, HEIGHT - y);
            pen.setColor(lit ? new Color(0x8C8474) : new Color(0x10141A));
            pen.fillRect(x, y, WIDTH - x, 5);
        }
    }

    private static void rail(Graphics2D pen, boolean lit) {
        pen.setColor(lit ? new Color(0x0B7A5C) : new Color(0x22302C));
        pen.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawLine(170, HEIGHT - 190, 790, HEIGHT - 535);
        pen.setStroke(new BasicStroke(5));
        for (var post = 0; post < STEPS; post++) {
            pen.drawLine(200 + post * 90, HEIGHT - 50 - post * 50, 200 + post * 90, HEIGHT - 205 - post * 50);
        }
    }

    private static void lamp(Graphics2D pen, boolean lit) {
        if (lit) {
            pen.setPaint(new RadialGradientPaint(300, 120, 420, new float[] {0, 1}, new Color[] {
                new Color(255, 236, 160, 220), new Color(255, 236, 160, 0)
            }));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
        }
        pen.setColor(new Color(0x3A3F47));
        pen.fillRect(295, 0, 10, 60);
        pen.fillPolygon(new Polygon(new int[] {250, 350, 325, 275}, new int[] {100, 100, 60, 60}, 4));
        pen.setColor(lit ? new Color(0xFFF6CF) : new Color(0x2C3138));
        pen.fillOval(275, 90, 50, 50);
    }
}
