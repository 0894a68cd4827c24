package hk.itf.assessment;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.CleanText;
import java.util.List;
import java.util.Optional;

/** Text that somebody typed: checked once, here, before it is stored or sent. */
public final class GivenText {

    private GivenText() {}

    /**
     * @return the text without blanks around it
     * @throws DomainException {@code invalid-request} naming the field
     */
    public static String required(String text, String pointer, int longest) {
        fault(text, pointer, longest, true).ifPresent(GivenText::refuse);
        return text.strip();
    }

    /** The same, but may be empty. */
    public static String optional(String text, String pointer, int longest) {
        fault(text, pointer, longest, false).ifPresent(GivenText::refuse);
        return text.strip();
    }

    private static Optional<Violation> fault(String text, String pointer, int longest, boolean required) {
        if (text.isBlank() && required) {
            return Optional.of(Violation.required(pointer));
        }
        if (!CleanText.isClean(text)) {
            return Optional.of(new Violation(pointer, "control-characters", CleanText.RULE));
        }
        if (text.length() > longest) {
            return Optional.of(
                    new Violation(pointer, "too-long", "This may have %d characters at most.".formatted(longest)));
        }
        return Optional.empty();
    }

    private static void refuse(Violation violation) {
        throw DomainException.invalid("invalid-request", "Some fields are not as they must be.", List.of(violation));
    }
}
