package hk.itf.infra.houserules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/** Refuses classes whose simple name matches a pattern of empty names, such as {@code *Impl}. */
final class NamePattern extends ArchCondition<JavaClass> {

    private final Pattern refused;

    NamePattern(String refused) {
        super("not have an empty name");
        this.refused = Pattern.compile(refused);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (refused.matcher(type.getSimpleName()).matches()
                && !type.getSimpleName().isEmpty()) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " has an empty name"));
        }
    }
}
