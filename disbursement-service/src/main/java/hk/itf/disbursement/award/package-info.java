/**
 * Awards: the money awarded to each grant, in versions. An award waits in a queue, is committed, agreed and closed, or
 * terminated or voided. The aggregate is {@link Award}; {@link AwardMoney} holds its amounts. The room uses {@code
 * tranche} tables in queries only.
 */
@NullMarked
package hk.itf.disbursement.award;

import org.jspecify.annotations.NullMarked;
