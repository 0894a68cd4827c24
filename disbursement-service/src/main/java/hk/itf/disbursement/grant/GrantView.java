package hk.itf.disbursement.grant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hk.itf.disbursement.award.AwardView;
import hk.itf.disbursement.tranche.TrancheView;
import java.util.List;

/** An award with its tranches, and the gates and holds of each tranche. */
public record GrantView(@JsonUnwrapped AwardView award, List<TrancheView> tranches) {}
