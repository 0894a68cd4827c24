/** Instalments: gates, due, prepared, and what claims and amendments make of them. */
@NullMarked
package hk.itf.disbursement.tranche;

import org.jspecify.annotations.NullMarked;
