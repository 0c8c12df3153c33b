/* oxlint-disable max-params -- the signatures are those of @stdlib */
/** Complementary error function. */
export declare function erfc(x: number): number;
/** Inverse of `erfc`, for arguments in [0, 2]. */
export declare function erfcinv(x: number): number;
/** Incomplete beta function, the lower regularised one unless told otherwise. */
export declare function betainc(x: number, a: number, b: number, regularized?: boolean, upper?: boolean): number;
/** Inverse of the regularised incomplete beta function. */
export declare function betaincinv(p: number, a: number, b: number, upper?: boolean): number;
/** Incomplete gamma function, the lower regularised one unless told otherwise. */
export declare function gammainc(x: number, s: number, regularized?: boolean, upper?: boolean): number;
/** Natural logarithm of the gamma function. */
export declare function gammaln(x: number): number;
