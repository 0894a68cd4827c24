package hk.itf.model.scheme.value;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What is the same in all ways to write a name, a number of an identity card or a reference: its letters and digits.
 * Brackets, spaces, hyphens, case and width tell nobody apart.
 */
public final class ComparisonKey {

    private ComparisonKey() {}

    public static String of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
        return plain.isEmpty() ? text.strip() : plain;
    }
}
