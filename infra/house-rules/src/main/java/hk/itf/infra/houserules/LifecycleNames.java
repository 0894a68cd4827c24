package hk.itf.infra.houserules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Requires that {@code TrancheTransition} is a top-level class beside {@code TrancheStatus}, and so for every
 * aggregate.
 */
final class LifecycleNames extends ArchCondition<JavaClass> {

    private static final String TRANSITION = "Transition";

    LifecycleNames() {
        super("be a top-level <Aggregate>Transition beside <Aggregate>Status");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var name = type.getSimpleName();
        var status = name.replaceFirst(TRANSITION + "$", "Status");
        if (type.isNestedClass()
                || !name.endsWith(TRANSITION)
                || !type.getPackage().containsClassWithSimpleName(status)) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " is not a top-level <Aggregate>Transition beside <Aggregate>Status"));
        }
    }
}
