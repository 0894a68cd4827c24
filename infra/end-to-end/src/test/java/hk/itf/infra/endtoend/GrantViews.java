package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;
import static hk.itf.infra.local.Service.DISBURSEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.endtoend.story.Grant;
import hk.itf.infra.endtoend.story.Person;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answers of the three services to an auditor about grants and the books, to compare before and after a fault. */
final class GrantViews {

    private GrantViews() {}

    static Map<String, JsonNode> of(List<Grant> grants, Person auditor) {
        var views = new TreeMap<String, JsonNode>();
        grants.forEach(grant -> views.putAll(of(grant, auditor)));
        return views;
    }

    private static Map<String, JsonNode> of(Grant grant, Person auditor) {
        var views = new TreeMap<String, JsonNode>();
        Map.of(
                        APPLICATIONS, List.of(grant.path(), grant.path() + "/history", grant.path() + "/receipt"),
                        ASSESSMENT, List.of("/grants/" + grant.id() + "/timeline", "/cases?size=100"),
                        DISBURSEMENT,
                                List.of(
                                        "/awards/" + grant.id(),
                                        "/tranches/" + grant.tranche(1) + "/attempts",
                                        "/grants/" + grant.id() + "/timeline",
                                        "/envelopes?size=100",
                                        "/books"))
                .forEach((service, paths) -> paths.forEach(path -> views.put(
                        service + " " + path,
                        auditor.get(service, path).expect(200).body())));
        return views;
    }
}
