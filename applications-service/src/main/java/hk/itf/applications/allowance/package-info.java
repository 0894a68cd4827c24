/** Caps and quotas: what a subject already uses, counted and reserved under a lock. */
@NullMarked
package hk.itf.applications.allowance;

import org.jspecify.annotations.NullMarked;
