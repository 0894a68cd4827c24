package hk.itf.model.scheme.value;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes the key by which two spellings of a name, an identity card number or a reference are compared. The key has the
 * letters and digits in upper case; brackets, spaces, hyphens and character width do not matter.
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
