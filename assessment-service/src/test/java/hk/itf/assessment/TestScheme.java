package hk.itf.assessment;

import hk.itf.model.event.ApplicationEvent.SchemeVersionPublished;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.SchemeCatalogue;
import hk.itf.model.scheme.SchemeReader;
import hk.itf.model.scheme.SchemeRef;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The Research Talent Hub under another name and with roles of its own, so that tests do not work off each other's queue. */
public record TestScheme(String mark, String text, Scheme scheme) {

    public static TestScheme unpublished() {
        return changed(UnaryOperator.identity());
    }

    public static TestScheme changed(UnaryOperator<String> change) {
        var mark = "t" + UUID.randomUUID().toString().substring(0, 8);
        var text = change.apply(SchemeCatalogue.shipped().getLast().text())
                .replace("id: rth\n", "id: " + mark + "\n")
                .replace("role: secretariat", "role: secretariat-" + mark)
                .replace("role: assessor", "role: assessor-" + mark)
                .replace("role: decision-authority", "role: decision-authority-" + mark);
        return new TestScheme(mark, text, SchemeReader.read(mark, text).scheme());
    }

    public SchemeRef ref() {
        return scheme.ref();
    }

    public SchemeVersionPublished publication() {
        return new SchemeVersionPublished(ref(), PersonId.SYSTEM, text, SchemeReader.sha256(text));
    }

    public String[] secretariatRoles() {
        return new String[] {Roles.SECRETARIAT, Roles.SECRETARIAT + "-" + mark};
    }

    public String[] assessorRoles() {
        return new String[] {Roles.ASSESSOR, Roles.ASSESSOR + "-" + mark};
    }

    public String[] authorityRoles(String authority) {
        var role = Roles.DECISION_AUTHORITY + "-" + mark;
        return new String[] {Roles.DECISION_AUTHORITY, role, role + "/" + authority};
    }
}
