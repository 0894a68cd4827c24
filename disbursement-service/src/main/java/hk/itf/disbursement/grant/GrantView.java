package hk.itf.disbursement.grant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hk.itf.disbursement.award.AwardView;
import hk.itf.disbursement.tranche.TrancheView;
import java.util.List;

/** An award with its tranches, their gates and the holds on them. */
public record GrantView(@JsonUnwrapped AwardView award, List<TrancheView> tranches) {}
