package org.huisheng.kit.paper;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody types who means a character that fonts draw like another: for a radical the ideograph. Unicode's own table
 * ({@link Normalizer}) knows those of Kangxi; the others, and signs of which fonts have one drawing, are here in pairs, as
 * Noto's fonts have them.
 */
final class Radicals {

    private static final String PAIRS = """
            ⺂乛⺃乚⺅亻⺇𠘨⺉刂⺋㔾⺍𭕄⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺩𤣩⺫罒
            ⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺹耂⺺肀⺽𦥑⺾艹⻁虎⻂衤⻃覀⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻕𨸏
            ⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟
            ⼾户\u2329\u3008\u232A\u3009\u301C\uFF5E\u2215\uFF0F\u2012\u2013\u2003\u3000
            """;

    private static final Map<String, String> TYPED = pairs(PAIRS.replaceAll("\\s", ""));

    private static final int FIRST_OF_KANGXI = 0x2F00;
    private static final int LAST_OF_KANGXI = 0x2FD5;

    private Radicals() {}

    static String asTyped(String name) {
        var typed = TYPED.get(name);
        if (typed != null) {
            return typed;
        }
        var first = name.codePointAt(0);
        return first >= FIRST_OF_KANGXI && first <= LAST_OF_KANGXI
                ? Normalizer.normalize(name, Normalizer.Form.NFKC)
                : name;
    }

    private static Map<String, String> pairs(String text) {
        var signs = text.codePoints().mapToObj(Character::toString).toList();
        return IntStream.range(0, signs.size() / 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(at -> signs.get(2 * at), at -> signs.get(2 * at + 1)));
    }
}
