package hk.itf.infra.http.input;

import hk.itf.model.scheme.value.CleanText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A text without control characters, lone surrogates or direction overrides, see {@link CleanText}. Line breaks and
 * tabs need {@link #lines()}. A single-line text also refuses U+FFFD, which stands for an undecodable byte of an
 * address.
 */
@Documented
@Constraint(validatedBy = PlainText.Rule.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface PlainText {

    String message() default "must not contain control characters, lone surrogates or direction overrides";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether line breaks and tabs are allowed. */
    boolean lines() default false;

    /** The check. */
    final class Rule implements ConstraintValidator<PlainText, String> {

        private boolean lines;

        @Override
        public void initialize(PlainText constraint) {
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || (CleanText.isClean(text)
                            && (lines || text.chars().noneMatch(each -> each < ' ' || each == '\uFFFD')));
        }
    }
}
