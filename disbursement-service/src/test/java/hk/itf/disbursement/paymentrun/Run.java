package hk.itf.disbursement.paymentrun;

import hk.itf.disbursement.Finance;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;

/** A client of one payment run, which can also list tranches of other tests. */
record Run(String id) {

    static Run opened() {
        return openedWith("");
    }

    static Run openedWith(String query) {
        return new Run(Finance.as("preparer", "finance-preparer")
                .post("/payment-runs" + query)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    static Run prepared() {
        var run = opened();
        run.prepareAs("preparer").then().statusCode(200);
        return run;
    }

    Response prepareAs(String person) {
        return Finance.as(person, "finance-preparer").put("/payment-runs/" + id + "/preparation");
    }

    /** Releases the run with the total that it shows. */
    Response releaseAs(String person) {
        return releaseAs(person, total());
    }

    Response releaseAs(String person, Money expected) {
        return Finance.as(person, "finance-releaser")
                .body("{\"expectedTotal\":%s}".formatted(Finance.json(expected)))
                .put("/payment-runs/" + id + "/release");
    }

    JsonPath read() {
        return Finance.read("/payment-runs/" + id);
    }

    Money total() {
        return Money.parse(read().getString("total.amount") + " HKD");
    }

    String statusOf(TrancheId tranche) {
        return read().getString(line(tranche) + ".status");
    }

    @Nullable
    String reasonFor(TrancheId tranche) {
        return read().getString(line(tranche) + ".reason");
    }

    private static String line(TrancheId tranche) {
        return "lines.find { it.tranche == '" + tranche + "' }";
    }
}
