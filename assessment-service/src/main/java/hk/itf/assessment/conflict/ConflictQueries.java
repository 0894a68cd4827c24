package hk.itf.assessment.conflict;

import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads the declared conflicts of interest of a person. */
@ApplicationScoped
class ConflictQueries {

    private final ConflictsOfInterest conflicts;

    ConflictQueries(ConflictsOfInterest conflicts) {
        this.conflicts = conflicts;
    }

    @Transactional
    List<ConflictView> of(PersonId person) {
        return conflicts.of(person).stream().map(ConflictOfInterest::view).toList();
    }
}
