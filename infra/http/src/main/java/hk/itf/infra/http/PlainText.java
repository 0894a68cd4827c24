package hk.itf.infra.http;

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
 * A text that may be stored and shown, see {@link CleanText}. On a single line unless {@link #lines()}; an undecodable
 * byte of an address (it reads as U+FFFD) is refused there, too.
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
