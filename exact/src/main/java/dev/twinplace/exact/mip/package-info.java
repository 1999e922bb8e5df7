/** Mixed-integer programming with ojAlgo. */
package dev.twinplace.exact.mip;
